package com.example.coupons;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What marketing does. */
@RestController
@RequestMapping("/api/campaign/coupons")
public class CampaignController {

    public record NewCoupon(long valueCents, int uses) {
    }

    public record Report(String code, long valueCents, int uses, int usesLeft, List<Redemption> redemptions) {
    }

    private final CouponRepository coupons;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    public CampaignController(CouponRepository coupons, @Value("${coupons.campaign-key}") String key) {
        this.coupons = coupons;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public Coupon make(
            @RequestHeader(name = "X-Campaign-Key", defaultValue = "") String given, @RequestBody NewCoupon wish) {
        requireKey(given);
        if (wish.valueCents() < 1 || wish.uses() < 1) {
            throw new Refused(HttpStatus.UNPROCESSABLE_ENTITY, "A coupon has a value and at least one use.");
        }
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        Coupon coupon = new Coupon(HexFormat.of().formatHex(bytes), wish.valueCents(), wish.uses(), wish.uses());
        coupons.add(coupon);
        return coupon;
    }

    @GetMapping("/{code}")
    public Report report(
            @RequestHeader(name = "X-Campaign-Key", defaultValue = "") String given,
            @PathVariable("code") String code) {
        requireKey(given);
        Coupon coupon = coupons.find(code)
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "There is no such coupon."));
        return new Report(
                code, coupon.valueCents(), coupon.uses(), coupon.usesLeft(), coupons.redemptions(code));
    }

    private void requireKey(String given) {
        if (!MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(HttpStatus.FORBIDDEN, "This is for marketing.");
        }
    }
}
