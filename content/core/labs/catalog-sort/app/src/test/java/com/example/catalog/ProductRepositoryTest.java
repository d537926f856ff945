package com.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(properties = {"catalog.buyer-key=buyer", "catalog.terms=src/test/resources/terms.csv"})
@Transactional
class ProductRepositoryTest {

    @Autowired
    private ProductRepository products;

    @Test
    void findsAQuoteAndAPercentSign() {
        add("Gardener's 5% feed", 700);

        assertThat(products.search(new ProductSearch("r's 5%", null, null, null, 0))).hasSize(1);
        assertThat(products.search(new ProductSearch("' or '1'='1", null, null, null, 0))).isEmpty();
    }

    @Test
    void sortsByPriceDownward() {
        add("Spade", 2400);
        add("Rake", 1900);

        assertThat(products.search(new ProductSearch(null, null, "price_cents", "desc", 0)))
                .extracting(Product::name)
                .containsExactly("Spade", "Rake");
    }

    private void add(String name, long price) {
        products.add(new NewProduct(name, "Tools", "Fern", price, price / 2, 3, LocalDate.of(2031, 3, 1)));
    }
}
