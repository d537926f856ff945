package com.example.orders;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Orders that the warehouse has not picked up yet. */
@Component
public class OrderBook {

    private final Map<Long, Order> orders = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(700_000);

    public Order add(Order order) {
        Order numbered = order.numbered(numbers.incrementAndGet());
        orders.put(numbered.number(), numbered);
        return numbered;
    }

    public Optional<Order> find(long number) {
        return Optional.ofNullable(orders.get(number));
    }
}
