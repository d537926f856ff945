package com.example.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TermsController {

    private final TermsRepository terms;
    private final Buyers buyers;

    public TermsController(TermsRepository terms, Buyers buyers) {
        this.terms = terms;
        this.buyers = buyers;
    }

    @GetMapping("/api/terms")
    public List<TermsRepository.Terms> terms(@RequestHeader(name = "X-Buyer-Key", defaultValue = "") String key) {
        buyers.require(key);
        return terms.all();
    }
}
