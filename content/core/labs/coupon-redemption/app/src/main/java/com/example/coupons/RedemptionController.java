package com.example.coupons;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class RedemptionController {

    public record Wish(String customer, String code) {
    }

    public record Wallet(String customer, long balanceCents) {
    }

    private final Map<String, RedemptionService> channels;
    private final WalletRepository wallets;

    public RedemptionController(Map<String, RedemptionService> channels, WalletRepository wallets) {
        this.channels = channels;
        this.wallets = wallets;
    }

    @PostMapping("/api/{channel}/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    public Redemption redeem(@PathVariable("channel") String channel, @RequestBody Wish wish) {
        RedemptionService service = channels.get(channel);
        if (service == null) {
            throw new Refused(HttpStatus.NOT_FOUND, "There is no such channel.");
        }
        return service.redeem(wish.customer(), wish.code());
    }

    @GetMapping("/api/wallets/{customer}")
    public Wallet wallet(@PathVariable("customer") String customer) {
        return new Wallet(customer, wallets.balance(customer));
    }
}
