package com.example.handbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageStoreTest {

    @Test
    void showsWhatItLists(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("kitchen"));
        Files.writeString(folder.resolve("kitchen/oven.md"), "Hot.");
        PageStore pages = new PageStore(folder);
        assertEquals(List.of("kitchen/oven.md"), pages.names());
        assertEquals("Hot.", pages.text("kitchen/oven.md").orElseThrow());
        assertTrue(pages.text("missing.md").isEmpty());
    }
}
