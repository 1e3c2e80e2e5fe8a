package eu.solutionatlas.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation whose commands can be run: each block marked {@code sh}, in the order of the page and in one
 * shell, and what it should print, in a block marked {@code text} right after it. There, an ellipsis stands for any text
 * within a line, and alone on a line for any lines.
 */
public final class Walk {
    private static final Pattern BLOCK =
            Pattern.compile("```sh\n(.*?)\n```\n(?:\n?```text\n(.*?)\n```\n)?", Pattern.DOTALL);
    private static final int SECONDS = 120;

    /**
     * Commands, and what they should print.
     *
     * @param line of the page on which they begin
     */
    public record Step(int line, String commands, Optional<String> expected) {
        /** Whether a text is what they should print. */
        public boolean prints(String text) {
            return expected.map(wanted -> pattern(wanted).matcher(text.strip()).matches())
                    .orElse(true);
        }
    }

    private final List<Step> steps;

    private Walk(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * Reads a page.
     *
     * @param replaced texts that are others here, such as addresses
     */
    public static Walk of(Path page, Map<String, String> replaced) throws IOException {
        String text = Files.readString(page);
        List<Step> steps = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            int line = (int) text.substring(0, blocks.start()).lines().count() + 1;
            steps.add(new Step(
                    line,
                    replace(blocks.group(1), replaced),
                    Optional.ofNullable(blocks.group(2)).map(expected -> replace(expected, replaced))));
        }
        return new Walk(List.copyOf(steps));
    }

    private static String replace(String text, Map<String, String> replaced) {
        String result = text;
        for (Map.Entry<String, String> one : replaced.entrySet()) {
            result = result.replace(one.getKey(), one.getValue());
        }
        return result;
    }

    public List<Step> steps() {
        return steps;
    }

    private static Pattern pattern(String expected) {
        StringBuilder pattern = new StringBuilder();
        List<String> lines = expected.strip().lines().toList();
        for (String line : lines) {
            pattern.append(pattern.isEmpty() ? "" : "\\R");
            pattern.append(line.equals("…") ? "(?s:.*)" : line(line));
        }
        return Pattern.compile(pattern.toString());
    }

    private static String line(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("…", -1)) {
            parts.add(Pattern.quote(part));
        }
        return String.join(".*", parts);
    }

    /**
     * Runs all steps.
     *
     * @param directory to work in
     * @return what each step printed; the last one that was begun may have failed, which it says then
     */
    public List<String> run(Path directory) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -e -o pipefail\nSTEPS=$PWD\n");
        for (int i = 0; i < steps.size(); i++) {
            script.append("exec >\"$STEPS/out.%1$d\" 2>\"$STEPS/err.%1$d\"\n".formatted(i))
                    .append(steps.get(i).commands())
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("walk.sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString()).directory(directory.toFile());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return printed(directory, ended && process.exitValue() == 0);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> printed(Path directory, boolean well) throws IOException {
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < steps.size() && Files.exists(directory.resolve("out." + i)); i++) {
            printed.add(read(directory, "out." + i));
        }
        if (!well) {
            int last = printed.size() - 1;
            printed.set(last, "failed: " + read(directory, "out." + last) + read(directory, "err." + last));
        }
        return printed;
    }

    private static String read(Path directory, String name) throws IOException {
        return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
    }
}
