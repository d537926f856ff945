package com.example.catalog;

import java.time.LocalDate;

public record NewProduct(
        String name,
        String category,
        String brand,
        long priceCents,
        long purchaseCents,
        int stock,
        LocalDate listedOn) {
}
