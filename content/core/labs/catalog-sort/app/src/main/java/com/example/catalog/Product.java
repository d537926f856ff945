package com.example.catalog;

import java.time.LocalDate;

/** What everybody may see of a product. */
public record Product(
        long id, String name, String category, String brand, long priceCents, int stock, LocalDate listedOn) {
}
