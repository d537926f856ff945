package com.example.handbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class PageController {

    private final PageStore pages;
    private final String title;

    public PageController(PageStore pages, @Value("${handbook.title}") String title) {
        this.pages = pages;
        this.title = title;
    }

    @GetMapping("/health")
    public Map<String, String> health() {
        return Map.of("status", "up", "title", title);
    }

    @GetMapping("/pages")
    public List<String> names() throws IOException {
        return pages.names();
    }

    @GetMapping("/search")
    public List<String> search(@RequestParam(defaultValue = "") String word) throws IOException {
        return pages.holding(word);
    }

    @GetMapping("/page")
    public ResponseEntity<String> show(@RequestParam(defaultValue = "") String name) {
        return pages.text(name)
                .map(text -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text))
                .orElseGet(() -> ResponseEntity.status(404)
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("There is no page " + name + ".\n"));
    }
}
