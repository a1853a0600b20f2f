package se.nollan.local.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of all the providers, open at once; each contact goes to the file of its line's provider and system. */
final class Outbox implements Closeable {
    private final Region region;
    private final Map<String, Region.Unit> units;
    private final List<Delivery.Form> forms;
    private final Map<Delivery.Form, DeliveryFile> files = new TreeMap<>(Comparator.comparing(Delivery.Form::fileName));
    private final Map<String, DeliveryFile> byLine;

    Outbox(Region region, Path folder) throws IOException {
        this.region = region;
        this.units = region.register().units().stream().collect(Collectors.toMap(Region.Unit::id, u -> u));
        this.forms = region.forms();
        for (Delivery.Form form : forms) {
            files.put(form, new DeliveryFile(form, folder));
        }
        this.byLine = region.register().lines().stream()
                .collect(Collectors.toMap(Region.Line::id, line -> files.get(formOf(line))));
    }

    void write(Contact contact) {
        DeliveryFile file = byLine.get(contact.line().id());
        file.write(file.nextId(), contact);
    }

    /**
     * What happens in a real export: a row twice, a number that the register does not know, a call answered before it
     * came in. The first is a warning, the others are errors of their rows alone.
     */
    void writeFlaws(Region.Line line, LocalDate day) {
        DeliveryFile file = byLine.get(line.id());
        Contact whole = new Contact(line, "queue", day.atTime(16, 30)).answered(day.atTime(16, 35));
        String id = file.nextId();
        file.write(id, whole);
        file.write(id, whole);
        Region.Line unknown = new Region.Line("+46980319299", line.unit(), "main", false, true, line.system(), null);
        file.write(file.nextId(), new Contact(unknown, "queue", day.atTime(16, 31)));
        file.write(file.nextId(), new Contact(line, "queue", day.atTime(16, 32)).answered(day.atTime(16, 2)));
    }

    List<Delivery> deliveries(LocalDate from, LocalDate to) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Delivery.Form form : forms) {
            DeliveryFile file = files.get(form);
            deliveries.add(new Delivery(
                    form.provider(),
                    region.access().get(form.provider()).clients().get(0),
                    form.system(),
                    from,
                    to,
                    file.path(),
                    form.encoding().contentType,
                    form.gzip(),
                    file.rows()));
        }
        return List.copyOf(deliveries);
    }

    @Override
    public void close() throws IOException {
        for (DeliveryFile file : files.values()) {
            file.close();
        }
    }

    /** A line that names no system is sent by the only system of its provider. */
    private Delivery.Form formOf(Region.Line line) {
        String provider = units.get(line.unit()).provider();
        @Nullable String system = line.system();
        return forms.stream()
                .filter(form -> form.provider().equals(provider))
                .filter(form -> system == null || form.system().equals(system))
                .findFirst()
                .orElseThrow();
    }
}
