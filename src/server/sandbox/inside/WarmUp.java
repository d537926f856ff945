import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Compiles and serves a tiny app of its own once, so that the classes of compiler and framework are loaded. */
final class WarmUp {
    private static final String APP = """
            package warm;

            import java.util.Map;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.http.ResponseEntity;
            import org.springframework.stereotype.Service;
            import org.springframework.web.bind.annotation.*;

            @SpringBootApplication
            public class WarmApplication {
                public record Note(String title, int stars) {}

                @Service
                public static class Notes {
                    private final Map<String, Note> notes = new java.util.concurrent.ConcurrentHashMap<>();
                    Note keep(Note note) { notes.put(note.title(), note); return note; }
                    java.util.List<Note> all() { return notes.values().stream().sorted(java.util.Comparator.comparing(Note::title)).toList(); }
                }

                @RestController
                public static class NoteController {
                    private final Notes notes;
                    NoteController(Notes notes) { this.notes = notes; }
                    @GetMapping("/notes") java.util.List<Note> list(@RequestParam(defaultValue = "") String q) { return notes.all(); }
                    @PostMapping("/notes") ResponseEntity<Note> add(@RequestBody Note note) { return ResponseEntity.status(201).body(notes.keep(note)); }
                }
            }
            """;

    private WarmUp() {}

    static void run(Path folder) throws Exception {
        JavaFileObject source = new HotseatLauncher.Source(URI.create("string:///warm/WarmApplication.java"), APP);
        HotseatLauncher.compile(List.of(source), folder);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            SpringApplication application = new SpringApplication(Class.forName("warm.WarmApplication", true, loader));
            application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1", "logging.level.root", "OFF", "spring.main.banner-mode", "off"));
            application.setRegisterShutdownHook(false);
            try (ConfigurableApplicationContext context = application.run()) {
                int port = ((WebServerApplicationContext) context).getWebServer().getPort();
                ask(port, "POST", "{\"title\":\"warm\",\"stars\":3}");
                ask(port, "GET", null);
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void ask(int port, String method, String body) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/notes").toURL().openConnection();
        connection.setRequestMethod(method);
        if (body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(body.getBytes());
        }
        connection.getInputStream().readAllBytes();
        connection.disconnect();
    }
}
