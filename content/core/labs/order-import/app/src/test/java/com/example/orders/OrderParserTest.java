package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OrderParserTest {

    private final OrderParser parser = new OrderParser();

    @Test
    void readsTheDeclaredEncoding() {
        String xml = """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <order xmlns="urn:example:order"><customer>Bäckerei</customer><line article="A" quantity="2"/></order>
                """;

        Order order = parser.parse(xml.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(order.customer()).isEqualTo("Bäckerei");
        assertThat(order.lines()).containsExactly(new Order.Line("A", 2));
    }

    @Test
    void refusesAnOrderWithoutLines() {
        byte[] xml = "<order xmlns='urn:example:order'><customer>x</customer></order>".getBytes();

        assertThatThrownBy(() -> parser.parse(xml)).isInstanceOf(UnreadableOrder.class);
    }
}
