import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.tools.JavaFileObject;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Compiles and serves a tiny app of its own, so that compiler, framework and database are loaded and used to work. */
final class WarmUp {
    private static final int COMPILATIONS = 3;
    private static final int ROUNDS = 60;
    private static final int AT_ONCE = 8;
    private static final String APP = """
            package warm;

            import jakarta.validation.Valid;
            import jakarta.validation.constraints.NotBlank;
            import java.util.List;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.http.HttpStatus;
            import org.springframework.http.ResponseEntity;
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.jdbc.core.RowMapper;
            import org.springframework.stereotype.Repository;
            import org.springframework.stereotype.Service;
            import org.springframework.transaction.annotation.Transactional;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.server.ResponseStatusException;

            @SpringBootApplication
            public class WarmApplication {
                public record Note(@NotBlank String title, int stars) {}

                @Repository
                public static class Notes {
                    private static final RowMapper<Note> NOTE = (row, number) -> new Note(row.getString("title"), row.getInt("stars"));
                    private final JdbcTemplate jdbc;
                    Notes(JdbcTemplate jdbc) {
                        this.jdbc = jdbc;
                        jdbc.execute("create table notes (id identity primary key, title varchar(40) not null, stars int not null)");
                    }
                    void add(Note note) { jdbc.update("insert into notes (title, stars) values (?, ?)", note.title(), note.stars()); }
                    void praise(String title) { jdbc.update("update notes set stars = stars + 1 where title = ?", title); }
                    List<Note> find(String title) { return jdbc.query("select * from notes where title = ? order by id", NOTE, title); }
                    Integer count() { return jdbc.queryForObject("select count(*) from notes", Integer.class); }
                }

                @Service
                public static class Desk {
                    private final Notes notes;
                    Desk(Notes notes) { this.notes = notes; }
                    @Transactional public Note keep(Note note) { notes.add(note); notes.praise(note.title()); notes.count(); return note; }
                }

                @RestController
                @RequestMapping("/notes")
                public static class NoteController {
                    private final Notes notes;
                    private final Desk desk;
                    NoteController(Notes notes, Desk desk) { this.notes = notes; this.desk = desk; }
                    @GetMapping List<Note> list(@RequestHeader(defaultValue = "") String key, @RequestParam(defaultValue = "") String q) { return notes.find(q); }
                    @GetMapping("/{title}") Note one(@PathVariable("title") String title) {
                        return notes.find(title).stream().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such note."));
                    }
                    @PostMapping ResponseEntity<Note> add(@Valid @RequestBody Note note) { return ResponseEntity.status(201).body(desk.keep(note)); }
                }
            }
            """;

    private WarmUp() {}

    static void run(Path folder) throws Exception {
        JavaFileObject source = new HotseatLauncher.Source(URI.create("string:///warm/WarmApplication.java"), APP);
        for (int time = 0; time < COMPILATIONS; time++) HotseatLauncher.compile(List.of(source), folder);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            SpringApplication application = new SpringApplication(Class.forName("warm.WarmApplication", true, loader));
            application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1", "logging.level.root", "OFF", "spring.main.banner-mode", "off"));
            application.setRegisterShutdownHook(false);
            try (ConfigurableApplicationContext context = application.run()) {
                useOften("http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort() + "/notes");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** As the checks do: many at once, each on a connection of its own. */
    private static void useOften(String notes) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String title = "warm" + round;
                requests.add(() -> ask(notes, "{\"title\":\"" + title + "\",\"stars\":3}"));
                requests.add(() -> ask(notes + "?q=" + title, null));
                requests.add(() -> ask(notes + "/" + title, null));
                requests.add(() -> ask(notes, "{\"title\":\"\"}"));
            }
            for (Future<Integer> answer : clients.invokeAll(requests)) answer.get();
        } finally {
            clients.shutdown();
        }
    }

    private static int ask(String url, String body) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        if (body != null) {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes());
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) answer.readAllBytes();
        }
        connection.disconnect();
        return status;
    }
}
