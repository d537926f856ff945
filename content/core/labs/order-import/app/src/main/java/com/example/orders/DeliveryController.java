package com.example.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Carriers report what they delivered. */
@RestController
public class DeliveryController {

    public record Delivery(long order, int parcels) {
    }

    private static final Logger log = LoggerFactory.getLogger(DeliveryController.class);

    private final XmlMapper xml = XmlMapper.builder().findAndAddModules().build();
    private final DeliveryJournal journal;

    public DeliveryController(DeliveryJournal journal) {
        this.journal = journal;
    }

    @PostMapping("/api/deliveries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void delivered(@RequestBody byte[] body) throws IOException {
        try {
            Delivery delivery = xml.readValue(body, Delivery.class);
            journal.record(delivery.order(), delivery.parcels());
            log.info("Order {} delivered in {} parcels", delivery.order(), delivery.parcels());
        } catch (JsonProcessingException error) {
            throw new UnreadableOrder("The document is not a delivery.");
        }
    }
}
