import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Waits with compiler and framework warm, then compiles the app, tells what the compiler says, and runs its main. */
public final class HotseatLauncher {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES = Path.of("/srv/app/src/main/java");
    private static final Path RESOURCES = Path.of("/srv/app/src/main/resources");

    private final OutputStream events;

    private HotseatLauncher(OutputStream events) {
        this.events = events;
    }

    public static void main(String[] args) throws Exception {
        HotseatLauncher launcher = new HotseatLauncher(new FileOutputStream(inherited(3)));
        WarmUp.run(Files.createTempDirectory("warm"));
        launcher.say(Map.of("say", "warm"));
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) return;
        launcher.launch(JSON.readTree(line));
    }

    /** The supervisor's end is a socket, which cannot be opened by a path. */
    private static FileDescriptor inherited(int number) throws ReflectiveOperationException {
        Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return constructor.newInstance(number);
    }

    private void launch(JsonNode order) throws Exception {
        setEnvironment(order);
        Path classes = Files.createTempDirectory("classes");
        List<Diagnostic<? extends JavaFileObject>> errors = compile(sources(SOURCES), classes);
        if (!errors.isEmpty()) {
            reportErrors(errors);
            System.exit(1);
        }
        URL[] places = {classes.toUri().toURL(), RESOURCES.toUri().toURL()};
        ClassLoader loader = new URLClassLoader(places, HotseatLauncher.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class.forName(order.get("entry").asText(), true, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException error) {
            Throwable cause = error.getCause() == null ? error : error.getCause();
            cause.printStackTrace();
            say(Map.of("say", "build-failed", "output", String.valueOf(cause), "diagnostics", List.of()));
            System.exit(1);
        }
    }

    static List<JavaFileObject> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<JavaFileObject> found = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java")).sorted()::iterator) {
                found.add(new Source(file.toUri(), Files.readString(file)));
            }
            return found;
        }
    }

    static List<Diagnostic<? extends JavaFileObject>> compile(List<JavaFileObject> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-d", classes.toString(), "-proc:none", "-parameters", "-nowarn", "-Xlint:none", "-g");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(null, files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream().filter(one -> one.getKind() == Diagnostic.Kind.ERROR).toList();
    }

    private void reportErrors(List<Diagnostic<? extends JavaFileObject>> errors) throws IOException {
        List<Map<String, Object>> diagnostics = new ArrayList<>();
        StringBuilder output = new StringBuilder();
        for (Diagnostic<? extends JavaFileObject> error : errors) {
            String message = error.getMessage(Locale.ROOT);
            String file = error.getSource() == null ? "" : Path.of("/srv/app").relativize(Path.of(error.getSource().toUri())).toString();
            output.append(file).append(':').append(error.getLineNumber()).append(": ").append(message).append('\n');
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("file", file);
            row.put("line", Math.max(1, error.getLineNumber()));
            row.put("column", Math.max(1, error.getColumnNumber()));
            row.put("message", message);
            diagnostics.add(row);
        }
        say(Map.of("say", "build-failed", "output", output.toString(), "diagnostics", diagnostics));
    }

    /** The machine was started before the lab was known, so its copy of the environment is filled in now. */
    @SuppressWarnings("unchecked")
    private static void setEnvironment(JsonNode order) throws ReflectiveOperationException {
        String port = order.get("port").asText();
        Map<String, String> added = new LinkedHashMap<>(Map.of("PORT", port, "SERVER_PORT", port, "SERVER_ADDRESS", "127.0.0.1"));
        order.get("environment").properties().forEach(entry -> added.put(entry.getKey(), entry.getValue().asText()));
        Map<String, String> shown = System.getenv();
        Field inside = shown.getClass().getDeclaredField("m");
        inside.setAccessible(true);
        ((Map<String, String>) inside.get(shown)).putAll(added);
    }

    private synchronized void say(Map<String, ?> message) throws IOException {
        events.write((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        events.flush();
    }

    static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(URI uri, String content) {
            super(uri, Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
