package io.chancery.template.parts;

import io.chancery.platform.Fault;
import io.chancery.template.SourceKey;
import io.chancery.template.Templates;
import io.chancery.template.Workshop.Adopted;
import io.chancery.template.Workshop.Use;
import io.chancery.template.life.Lifecycle;
import io.chancery.template.life.Submissions;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UseTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets templates follow the block or the brand that they use: of each a new version is submitted, the same but for what
 * it pins, for somebody else to approve. As any version it pins all that is live, so that one approval is enough when
 * more than one part has changed. Nobody's draft is touched.
 */
@ApplicationScoped
public class Adoption {

    private final Templates templates;
    private final Submissions submissions;
    private final Lifecycle lifecycle;
    private final TemplateStore store;
    private final StepTable steps;
    private final UseTable uses;

    Adoption(
            Templates templates,
            Submissions submissions,
            Lifecycle lifecycle,
            TemplateStore store,
            StepTable steps,
            UseTable uses) {
        this.templates = templates;
        this.submissions = submissions;
        this.lifecycle = lifecycle;
        this.store = store;
        this.steps = steps;
        this.uses = uses;
    }

    /**
     * The same, as the body of a request has it.
     *
     * @throws io.chancery.platform.ProblemException with every fault of the body
     */
    public List<Adopted> adopt(SourceKey part, int number, byte[] body, String by) {
        return adopt(part, number, AdoptionBody.read(body, by));
    }

    /**
     * Who adopts, and why.
     *
     * @param templates their keys; empty for all that use an older version
     */
    record Order(List<String> templates, String by, String reason) {}

    /**
     * Submits a version of each template that pins the live version of the part; all of them, or if anything is wrong
     * with one, none.
     *
     * @throws io.chancery.platform.ProblemException if the version is not the live one, or a template does not use it
     */
    private List<Adopted> adopt(SourceKey part, int number, Order order) {
        var users = QuarkusTransaction.requiringNew().call(() -> users(part, number, order));
        var outdated =
                users.stream().filter(use -> !use.current()).map(Use::template).toList();
        var adopted = outdated.isEmpty()
                ? new ArrayList<Adopted>()
                : submissions.submit(
                        () -> store.folder(outdated), templates::check, library -> submit(outdated, library, order));
        users.stream()
                .filter(Use::current)
                .forEach(use -> adopted.add(new Adopted(use.template(), use.version(), false)));
        return adopted;
    }

    private List<Use> users(SourceKey part, int number, Order order) {
        if (!lifecycle.find(part, number).equals(steps.findLiveId(part).orElse(null))) {
            throw PartException.notLive();
        }
        var users = uses.of(part);
        demandUsers(order.templates(), users);
        return order.templates().isEmpty()
                ? users
                : users.stream()
                        .filter(use -> order.templates().contains(use.template()))
                        .toList();
    }

    private static void demandUsers(List<String> asked, List<Use> users) {
        var known = users.stream().map(Use::template).collect(Collectors.toSet());
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < asked.size(); i++) {
            if (!known.contains(asked.get(i))) {
                faults.add(new Fault("/templates/" + i, "is no live template that uses it"));
            }
        }
        if (!faults.isEmpty()) {
            throw PartException.invalid(faults);
        }
    }

    private List<Adopted> submit(List<String> templates, TemplateLibrary library, Order order) {
        var adopted = new ArrayList<Adopted>();
        for (var template : templates) {
            var made = store.makeIfNew(library.template(template).orElseThrow(), library);
            if (made.fresh()) {
                var source = SourceKey.template(template);
                steps.submit(made.id(), source, order.by(), order.reason(), List.of());
            }
            adopted.add(new Adopted(template, made.number(), made.fresh()));
        }
        return adopted;
    }
}
