package org.minsheng.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells mistakes in the language of whoever made them. They are made in English, as logs and programs read them, and of few
 * forms; those that {@code mistakes_zh.txt} knows are told in Chinese, others as they are.
 */
public final class MistakeWords {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final List<Form> forms;

    /** In a language; of both, in the first. */
    public MistakeWords(Language language) {
        this.language = language.first();
        this.forms = this.language == Language.ZH ? Form.all() : List.of();
    }

    /** A mistake with its place and what would be right. */
    public String of(Problem problem) {
        if (language != Language.ZH) {
            return problem.toString();
        }
        String what = problem.place() + "：" + of(problem.what());
        return problem.remedy().isEmpty() ? what : what + "。" + of(problem.remedy());
    }

    /** A mistake of which no more is known than its text, as {@link Problem#toString} makes it. */
    public String ofText(String text) {
        int place = text.indexOf(": ");
        if (place < 0) {
            return of(text);
        }
        String said = text.substring(place + 2);
        for (int end = said.indexOf(". "); end >= 0; end = said.indexOf(". ", end + 1)) {
            if (!of(said.substring(0, end)).equals(said.substring(0, end))) {
                return of(new Problem(text.substring(0, place), 0, 0, said.substring(0, end), said.substring(end + 2)));
            }
        }
        return of(new Problem(text.substring(0, place), 0, 0, said, ""));
    }

    /** A message. */
    public String of(String message) {
        return forms.stream()
                .map(form -> form.told(message))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(message);
    }

    /**
     * One thing that is said, whatever it is said of.
     *
     * @param english what the whole message matches, with a group for each place in the order of the English
     * @param places their numbers in that order
     */
    private record Form(Pattern english, List<Integer> places, String chinese, int said) {
        static List<Form> all() {
            List<String> lines = lines();
            List<Form> forms = new ArrayList<>();
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                forms.add(of(lines.get(i), lines.get(i + 1)));
            }
            forms.sort(Comparator.comparingInt(Form::said).reversed());
            return forms;
        }

        private static List<String> lines() {
            try (InputStream in = MistakeWords.class.getResourceAsStream("mistakes_zh.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Form of(String english, String chinese) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            int from = 0;
            for (MatchResult place : PLACE.matcher(english).results().toList()) {
                pattern.append(Pattern.quote(english.substring(from, place.start())))
                        .append("(.*?)");
                places.add(Integer.parseInt(place.group(1)));
                from = place.end();
            }
            pattern.append(Pattern.quote(english.substring(from)));
            int said = PLACE.matcher(english).replaceAll("").length();
            return new Form(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, chinese, said);
        }

        /** A message in Chinese, if it is of this form. */
        Optional<String> told(String message) {
            Matcher matcher = english.matcher(message);
            return matcher.matches()
                    ? Optional.of(PLACE.matcher(chinese).replaceAll(place -> filled(place, matcher)))
                    : Optional.empty();
        }

        private String filled(MatchResult place, Matcher message) {
            int group = places.indexOf(Integer.parseInt(place.group(1))) + 1;
            return Matcher.quoteReplacement(message.group(group));
        }
    }
}
