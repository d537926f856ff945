package com.example.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the pages, which are text files below one folder. */
@Component
public class PageStore {

    private final Path folder;

    public PageStore(@Value("${handbook.pages}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    public List<String> holding(String word) throws IOException {
        String wanted = word.toLowerCase(Locale.ROOT);
        return names().stream()
                .filter(name -> text(name).orElse("").toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    /** The text of a page, or nothing when there is no such page. */
    public Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (IOException | InvalidPathException missing) {
            return Optional.empty();
        }
    }
}
