package com.example.catalog;

/** A row of the summary. */
public record Group(String name, long products, long stock) {
}
