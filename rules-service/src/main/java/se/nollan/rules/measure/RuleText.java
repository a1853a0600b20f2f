package se.nollan.rules.measure;

/**
 * A rule in words.
 *
 * @param id its number, for instance {@code P-X1}
 * @param pages pages of the PM; empty where the PM says nothing of it
 * @param sv the rule in one Swedish sentence
 * @param en the rule in one English sentence
 */
public record RuleText(String id, String pages, String sv, String en) {

    public static RuleText of(Rule rule) {
        return new RuleText(rule.id(), rule.pages(), rule.swedish(), rule.english());
    }
}
