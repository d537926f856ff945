package com.example.catalog;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
public class ProductController {

    private final ProductRepository products;
    private final Buyers buyers;

    public ProductController(ProductRepository products, Buyers buyers) {
        this.products = products;
        this.buyers = buyers;
    }

    @GetMapping
    public List<Product> search(
            @RequestParam(name = "q", required = false) String q,
            @RequestParam(name = "category", required = false) String category,
            @RequestParam(name = "sort", required = false) String sort,
            @RequestParam(name = "direction", required = false) String direction,
            @RequestParam(name = "page", defaultValue = "0") int page) {
        return products.search(new ProductSearch(q, category, sort, direction, page));
    }

    @GetMapping("/summary")
    public List<Group> summary(@RequestParam(name = "by", defaultValue = "category") String by) {
        return products.summary(by);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Map<String, Long> add(
            @RequestHeader(name = "X-Buyer-Key", defaultValue = "") String key, @RequestBody NewProduct product) {
        buyers.require(key);
        return Map.of("id", products.add(product));
    }
}
