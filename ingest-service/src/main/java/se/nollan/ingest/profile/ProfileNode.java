package se.nollan.ingest.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a profile's file: what it says there, and where problems with it are told. */
final class ProfileNode {
    private static final int DEEPEST = 30;
    private static final int MOST_CHARACTERS = 1 << 18;
    // A small file may say the same thing very often, by aliases of aliases.
    private static final int MOST_PLACES = 50_000;

    private final @Nullable Node node;
    private final String path;
    private final int line;
    private final int depth;
    private final Problems problems;

    private ProfileNode(@Nullable Node node, String path, int line, int depth, Problems problems) {
        this.node = node;
        this.path = path;
        this.line = line;
        this.depth = depth;
        this.problems = problems;
    }

    /** What is wrong with a file, by line. */
    static final class Problems {
        private final Set<String> texts = new LinkedHashSet<>();
        private int places;

        List<String> texts() {
            return List.copyOf(texts);
        }
    }

    /** The whole of a file; a file that is no YAML is one problem. */
    static ProfileNode of(String yaml, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(50);
        options.setAllowDuplicateKeys(false);
        Node root = null;
        try {
            root = new Yaml(options).compose(new java.io.StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.texts.add(
                    "line " + (mark == null ? 1 : mark.getLine() + 1) + ": it is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.texts.add("line 1: it is not YAML: " + e.getMessage());
        }
        var whole = new ProfileNode(root, "", 1, 0, problems);
        if (root != null && !(root instanceof MappingNode)) {
            whole.problem("a profile is a list of keys and what they say, beginning with 'profile: its-name'");
        }
        return whole;
    }

    boolean isThere() {
        return node != null;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The line of the file, from 1. */
    int line() {
        return line;
    }

    void problem(String what) {
        problems.texts.add("line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + what);
    }

    /** What stands under a key; a place without anything when the key is not there. */
    ProfileNode get(String key) {
        if (node instanceof MappingNode map) {
            for (var entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return child(entry.getValueNode(), inside(key));
                }
            }
        }
        return new ProfileNode(null, inside(key), line, depth, problems);
    }

    boolean has(String key) {
        return get(key).isThere();
    }

    /** All keys and what stands under them, in order. */
    Map<String, ProfileNode> entries() {
        var entries = new LinkedHashMap<String, ProfileNode>();
        if (node instanceof MappingNode map) {
            for (var entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    var key = name.getValue();
                    if (entries.put(key, child(entry.getValueNode(), inside(key))) != null) {
                        problem("'" + key + "' stands twice");
                    }
                } else {
                    problem("a key is a word");
                }
            }
        } else if (node != null) {
            problem("this is a list of keys and what they say");
        }
        return entries;
    }

    /** The items of a list; one thing that is no list is a list of it. */
    List<ProfileNode> items() {
        var items = new ArrayList<ProfileNode>();
        if (node instanceof SequenceNode list) {
            for (var item : list.getValue()) {
                items.add(child(item, path));
            }
        } else if (node != null) {
            items.add(this);
        }
        return items;
    }

    /** The text; the other when there is none. */
    String text(String otherwise) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node != null) {
            problem("this is one word or text");
        }
        return otherwise;
    }

    /** The texts of a list, or of the one that stands alone. */
    List<String> texts() {
        return items().stream().map(item -> item.text("")).toList();
    }

    int number(int otherwise, int least, int most) {
        if (!isThere()) {
            return otherwise;
        }
        var text = text("");
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problem("this is a number from " + least + " to " + most);
        return otherwise;
    }

    boolean flag(boolean otherwise) {
        if (!isThere()) {
            return otherwise;
        }
        var text = text("");
        if (!text.equals("true") && !text.equals("false")) {
            problem("this is true or false");
        }
        return text.equals("true");
    }

    /** Tells of every key that means nothing here. */
    void allow(String... keys) {
        allow(Set.of(keys));
    }

    void allow(Set<String> keys) {
        for (var entry : entries().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                entry.getValue()
                        .problem("'" + entry.getKey() + "' means nothing here; possible are "
                                + String.join(", ", new TreeSet<>(keys)));
            }
        }
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private ProfileNode child(Node value, String where) {
        if (depth > DEEPEST || ++problems.places > MOST_PLACES) {
            problem("this is too deep, too long, or contains itself");
            return new ProfileNode(null, where, line, depth, problems);
        }
        return new ProfileNode(value, where, value.getStartMark().getLine() + 1, depth + 1, problems);
    }
}
