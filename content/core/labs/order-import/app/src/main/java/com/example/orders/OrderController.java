package com.example.orders;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/orders", produces = "application/json")
public class OrderController {

    public record Verdict(boolean valid, List<String> problems) {
    }

    private final OrderParser parser;
    private final OrderSchema schema;
    private final OrderBook book;

    public OrderController(OrderParser parser, OrderSchema schema, OrderBook book) {
        this.parser = parser;
        this.schema = schema;
        this.book = book;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Order take(@RequestBody byte[] xml) {
        return book.add(parser.parse(xml));
    }

    @GetMapping("/{number}")
    public ResponseEntity<Order> show(@PathVariable long number) {
        return ResponseEntity.of(book.find(number));
    }

    @PostMapping("/check")
    public Verdict check(@RequestBody byte[] xml) {
        List<String> problems = schema.problems(xml);
        return new Verdict(problems.isEmpty(), problems);
    }
}
