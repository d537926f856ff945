package com.example.catalog;

/** What a client asks for; absent values are null. */
public record ProductSearch(String q, String category, String sort, String direction, int page) {

    public ProductSearch {
        sort = sort == null || sort.isBlank() ? "name" : sort;
        direction = direction == null || direction.isBlank() ? "asc" : direction;
        page = Math.max(0, page);
    }
}
