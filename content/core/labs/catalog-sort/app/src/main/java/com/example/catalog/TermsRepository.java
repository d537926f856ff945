package com.example.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was negotiated with suppliers. */
@Repository
public class TermsRepository {

    public record Terms(String supplier, String rebateCode) {
    }

    private final JdbcTemplate jdbc;

    public TermsRepository(JdbcTemplate jdbc, @Value("${catalog.terms}") Path file) throws IOException {
        this.jdbc = jdbc;
        List<Object[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> (Object[]) line.split(";", 2))
                .toList();
        jdbc.batchUpdate("insert into terms (supplier, rebate_code) values (?, ?)", rows);
    }

    public List<Terms> all() {
        return jdbc.query(
                "select supplier, rebate_code from terms order by supplier",
                (row, number) -> new Terms(row.getString("supplier"), row.getString("rebate_code")));
    }
}
