package com.example.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One file a month with a line for each delivery; the accounts department fetches them. */
@Component
public class DeliveryJournal {

    private final Path folder;

    public DeliveryJournal(@Value("${orders.data}") Path data) {
        folder = data.resolve("deliveries");
    }

    public synchronized void record(long order, int parcels) throws IOException {
        LocalDate today = LocalDate.now();
        Path month = folder.resolve("%tY-%<tm.csv".formatted(today));
        String line = String.join(";", today.toString(), Long.toString(order), Integer.toString(parcels));
        Files.createDirectories(folder);
        Files.writeString(month, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
