package com.example.carclub;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BookingController {

    static final long CENTS_AN_HOUR = 900;

    public record Wish(@Min(1) @Max(72) int hours) {
    }

    public record Booking(int hours, long priceCents, long creditLeftCents) {
    }

    private final MemberStore members;
    private final Sessions sessions;

    public BookingController(MemberStore members, Sessions sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    @PostMapping("/api/bookings")
    @ResponseStatus(HttpStatus.CREATED)
    public Booking book(
            @RequestHeader(name = "Authorization", required = false) String authorization,
            @Valid @RequestBody Wish wish) {
        long price = wish.hours() * CENTS_AN_HOUR;
        Member booked = members.change(sessions.member(authorization).getId(), member -> {
            if (!member.isLicenseVerified()) {
                throw new Refused(409, "Show your driving license at the desk first.");
            }
            long left = member.getAccount().getCreditCents() - price;
            if (left < 0) {
                throw new Refused(402, "The credit is not enough.");
            }
            member.getAccount().setCreditCents(left);
        });
        return new Booking(wish.hours(), price, booked.getAccount().getCreditCents());
    }
}
