package com.example.orders;

import java.time.LocalDate;
import java.util.List;

public record Order(long number, String customer, LocalDate deliverOn, List<Line> lines, String note) {

    public record Line(String article, int quantity) {
    }

    Order numbered(long given) {
        return new Order(given, customer, deliverOn, lines, note);
    }
}
