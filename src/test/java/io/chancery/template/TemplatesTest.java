package io.chancery.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Fault;
import io.chancery.platform.Superuser;
import io.chancery.template.ImportReport.Entry;
import io.chancery.template.TemplateSettings.PricedLines;
import io.chancery.template.source.SampleFolder;
import io.chancery.template.store.UnknownTemplateException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class TemplatesTest {

    @Inject
    Templates templates;

    @TempDir
    Path root;

    private SampleFolder folder;

    @BeforeEach
    void importTheFolder() {
        folder = SampleFolder.in(root);
        templates.importFrom(root);
    }

    @Test
    void what_was_imported_is_live_with_its_brand_and_blocks() {
        var live = templates.getLive("test-invoice");

        assertThat(live.messages()).containsEntry("en", "<p>Invoice</p>");
        assertThat(live.blocks()).containsOnlyKeys("bank", "imprint", "signature");
        assertThat(live.blocks()).containsEntry("signature", "<p>Ihr Musterwerk</p>");
        assertThat(live.brand().key()).isEqualTo("musterwerk");
        assertThat(live.brand().layouts()).containsEntry("sms.txt", "{body}");
        assertThat(live.brand().assets()).containsKey("fonts/Muster.ttf");
        assertThat(live.settings().totals())
                .extracting(PricedLines::items, PricedLines::vat)
                .containsExactly("items", "vat");
    }

    @Test
    void the_same_folder_again_changes_nothing() {
        var before = templates.getLive("test-invoice");

        var report = templates.importFrom(root);

        assertThat(report.entries()).hasSize(6).noneMatch(Entry::changed);
        assertThat(templates.getLive("test-invoice").id()).isEqualTo(before.id());
    }

    @Test
    void a_changed_file_makes_a_new_version_and_leaves_the_old_one_alone() {
        var before = templates.getLive("test-invoice");
        folder.with("test-invoice/message.en.html", "<p>Your invoice</p>");

        var report = templates.importFrom(root);

        var after = templates.getLive("test-invoice");
        assertThat(report.entries()).contains(new Entry("template", "test-invoice", before.number() + 1, true));
        assertThat(after.messages()).containsEntry("en", "<p>Your invoice</p>");
        assertThat(templates.get(before.id()).messages()).containsEntry("en", "<p>Invoice</p>");
        assertThat(after.brand().id()).isEqualTo(before.brand().id());
    }

    @Test
    void what_was_before_is_a_new_version_when_it_comes_back() {
        var before = templates.getLive("test-invoice");
        folder.with("test-invoice/message.en.html", "<p>Other</p>");
        templates.importFrom(root);
        folder.with("test-invoice/message.en.html", "<p>Invoice</p>");

        templates.importFrom(root);

        assertThat(templates.getLive("test-invoice").number()).isEqualTo(before.number() + 2);
        assertThat(templates.history("test-invoice"))
                .extracting(VersionState::number)
                .startsWith(before.number() + 2, before.number() + 1, before.number());
    }

    @Test
    void a_changed_brand_makes_new_versions_of_its_templates() {
        var before = templates.getLive("test-invoice");
        folder.changing("brands/musterwerk/brand.yaml", "#112233", "#445566");

        templates.importFrom(root);

        var after = templates.getLive("test-invoice");
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.brand().number()).isEqualTo(before.brand().number() + 1);
        assertThat(templates.get(before.id()).brand().settings())
                .isEqualTo(before.brand().settings());
    }

    @Test
    void a_changed_block_makes_a_new_version_only_of_what_includes_it() {
        var before = templates.getLive("test-invoice");
        folder.with("blocks/unused.html", "<p>Other</p>");
        templates.importFrom(root);
        assertThat(templates.getLive("test-invoice").id()).isEqualTo(before.id());

        folder.with("blocks/signature.html", "<p>Bye</p>");
        templates.importFrom(root);

        assertThat(templates.getLive("test-invoice").blocks()).containsEntry("signature", "<p>Bye</p>");
        assertThat(templates.get(before.id()).blocks()).containsEntry("signature", "<p>Ihr Musterwerk</p>");
    }

    @Test
    void a_folder_with_a_fault_changes_nothing_at_all() {
        var before = templates.getLive("test-invoice");
        folder.with("test-invoice/message.en.html", "<p>Other</p>").with("letter/template.yaml", "title: 7");

        var report = templates.importFrom(root);

        assertThat(report.isClean()).isFalse();
        assertThat(report.entries()).isEmpty();
        assertThat(templates.getLive("test-invoice").id()).isEqualTo(before.id());
    }

    @Test
    void an_enclosure_that_cannot_lie_behind_a_letter_is_told_once_as_a_fault_of_its_file() {
        folder.with("brands/musterwerk/assets/enclosures/terms.pdf", "no PDF");

        var report = templates.importQuickly(root);

        assertThat(report.faults())
                .containsExactly(new ImportReport.SourceFault(
                        "brands/musterwerk/assets/enclosures/terms.pdf", 0, "", "cannot be read as a PDF"));
    }

    @Test
    void a_version_whose_fixtures_cannot_be_rendered_is_not_published() {
        folder.changing("test-invoice/message.en.html", "<p>Invoice</p>", "<p>Invoice {data.items.0.quantity.date}</p>")
                .with("test-invoice/fixtures/english.json", """
                        {"language": "en", "data": {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}}""");

        var report = templates.importFrom(folder.root());

        assertThat(report.faults())
                .extracting(ImportReport.SourceFault::file)
                .containsOnly("test-invoice/fixtures/english.json");
        assertThat(report.faults())
                .extracting(ImportReport.SourceFault::detail)
                .allMatch(detail -> detail.contains("cannot be rendered as") && detail.contains("quantity.date"));
    }

    @Test
    void a_source_that_the_engine_cannot_read_is_not_published() {
        var before = templates.getLive("test-invoice");
        folder.with("test-invoice/message.en.html", "<p>\n{#if}</p>")
                .with("brands/musterwerk/email.txt", "{body")
                .with("blocks/bank.html", "{#include bank /}");

        var report = templates.importFrom(root);

        assertThat(report.faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactlyInAnyOrder(
                        "test-invoice/message.en.html:2", "blocks/bank.html:1", "brands/musterwerk/email.txt:1");
        assertThat(templates.getLive("test-invoice").id()).isEqualTo(before.id());
    }

    @Test
    void two_imports_at_once_make_one_version() {
        var before = templates.getLive("test-invoice");
        folder.with("test-invoice/message.en.html", "<p>At once</p>");

        var first = CompletableFuture.supplyAsync(() -> templates.importFrom(root));
        var second = CompletableFuture.supplyAsync(() -> templates.importFrom(root));

        assertThat(first.join().isClean() && second.join().isClean()).isTrue();
        assertThat(templates.getLive("test-invoice").number()).isEqualTo(before.number() + 1);
    }

    @Test
    void data_are_checked_against_the_version() throws Exception {
        var data = new ObjectMapper().readTree("""
                        {"items": [{"quantity": "viele", "price": "1.00", "vat": "19"}], "extra": 1}""");

        assertThat(templates.check(templates.getLive("test-invoice"), data))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/data/number", "/data/items/0/quantity", "/data/extra");
    }

    @Test
    void an_unknown_key_is_a_problem_of_the_request() {
        assertThatThrownBy(() -> templates.getLive("absent"))
                .isInstanceOfSatisfying(UnknownTemplateException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(422);
                    assertThat(problem.code()).isEqualTo("unknown-template");
                    assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/template");
                });
        assertThatThrownBy(() -> templates.get(UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_live_templates_are_listed_page_by_page() {
        folder.with("another/template.yaml", read("test-invoice/template.yaml"))
                .with("another/message.de.html", "<p>Hallo</p>")
                .with("another/message.en.html", "<p>Hello</p>");
        templates.importFrom(root);

        assertThat(templates.list("anothe", 1)).extracting(TemplateVersion::key).containsExactly("another");
        assertThat(templates.list("another", 100))
                .extracting(TemplateVersion::key)
                .contains("test-invoice");
    }

    @Test
    void a_version_cannot_be_rewritten_even_by_sql() throws SQLException {
        try (var connection = Superuser.connect();
                var statement = connection.createStatement()) {
            for (var table :
                    new String[] {"template_version", "template_version_file", "brand_version", "source_file"}) {
                assertThatThrownBy(() -> statement.executeUpdate("delete from " + table))
                        .hasMessageContaining("written once");
            }
            assertThatThrownBy(() -> statement.executeUpdate("update template_version set number = 7"))
                    .hasMessageContaining("written once");
        }
    }

    private String read(String path) {
        try {
            return java.nio.file.Files.readString(root.resolve(path));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
