package io.chancery.archive.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What becomes of each column of the database when a person is erased. A column that is added here was decided on: before it is
 * put under {@link #IDS}, ask whether anybody can be known by it.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PersonalDataTest {

    /** Emptied or deleted when a person is erased. */
    private static final String ERASED = """
            archive_entry_before: envelope, sha256; archive_search: query; archive_text: month, recipient,
            words; attempt: provider_reference, text; attempt_reference: code, reference; back_sync:
            last_failure, source, status; back_sync_fact: fact; consent_declaration: channel, contact_point,
            evidence, proof, purpose, recorded_by, records, source, status, topics; contact_point: city,
            country, kind, postcode, street, value, verdict; erasure_order: known; golden: birth_date, city, country, email,
            family_name, given_name, language, lineage, mobile, phone, postcode, preferred_channel, salutation,
            search, street, title; idempotency_key: key, location, request_hash, response; link: origin, rule;
            link_history: external_id, origin, rule, source; link_operation: reason; manual_value: attribute,
            value; match_candidate: kind; match_decision: verdict; match_profile: traits; message: data,
            metadata, reference, traceparent; outbox: payload, subject, topic; preference: channels, evidence,
            language, quiet_from, quiet_to, quiet_zone, recorded_by, source; print_letter: address, postcode;
            rendition: content, media_type, sha256; run_item: content; screen_document_before: envelope,
            page_sha256, pdf_sha256, token_sha256; soft_bounce: address_hash; export_file: name, sha256; source_record: birth_date,
            external_id, family_name, given_name, hash, language, preferred_channel, raw, salutation, source,
            title; source_record_version: raw; suppression: address, cause, channel, lifted_by, lifted_why,
            note, recorded_by, scope;
            """;

    /** Encrypted under the key of the delivery, which is destroyed. */
    private static final String DARK = """
            archive_entry: content, context;
            """;

    /** Gone by itself within days, as what it is part of ends; names no more than where something was handed over. */
    private static final String PASSING = """
            dispatch_queue: destination; dispatch_retry: destination; print_response_fault: problem; receipt:
            reference; webhook_delivery: last_failure;
            """;

    /** Ids, codes, hashes and days: nothing that tells who somebody is once the rest is gone. */
    private static final String IDS = """
            archive_dictionary: kind; archive_entry: clear_commitment, commitment, media_type, stored_sha256;
            archive_export: from_text, status, to_text; attempt: channel, code, outcome, provider;
            audit_entry: action, commitment, detail, subject, subject_kind; blob_deletion: sha256; blob_sweep: reached; checkpoint: note; checkpoint_timestamp: token; copy: language,
            role, ucid; customer: ucid; customer_key: wrapped; deletion_record: channel, commitment,
            document_class, events, kept_until, parts, rule; delivery: channel, status; dispatch_queue: channel,
            tried; dispatch_retry: channel, tried; erased_record: record_hash, source; erasure: commitment,
            customer_ids, kept, report, ucid; event: commitment, detail, kind, reason; expiry: rules;
            expiry_item: channel, document_class, kept_until; expiry_step: counts, kind; hold: reason;
            import_fault: code, column_name, detail, severity; integrity_check: findings; kept_key: wrapped;
            legal_hold: ucid; link_operation: kind, replaced; log_node: hash; message: channels, class,
            language, template, ucid; message_outcome: outcome; open_attempt: channel, provider; print_batch:
            form, name, paper, postage_class, problem, reference, sha256, state; print_letter: country, form,
            left_out, paper, sender, sha256, ucid; print_piece: postage_class, reason, state;
            print_response_fault: file, sha256; receipt: code, provider; rematch: report, status; run_fault:
            code, detail, pointer; run_item: earlier, hash, state; run_tally: stage; screen_document: language,
            token_sha256; seal: entries; stop: channel, template; suppressed_address: address_hash;
            webhook_delivery: status;
            """;

    /** Of those who work here, with the reasons they give, in which they are asked to name nobody. */
    private static final String PEOPLE = """
            api_client: key_hash, key_id, kind, name, roles; archive_export: query, requested_by; archive_search:
            name; audit_entry: actor, address,
            roles; block_draft: editors; block_step: acted_by, block, editors, kind, reason; brand_draft:
            editors; brand_step: acted_by, brand, editors, kind, reason; deletion_record: approved_by,
            proposed_by; erasure: asked_by, reason; erasure_order: asked_by, reason; expiry: proposed_by;
            expiry_step: acted_by, reason; legal_hold: held_by, query, reason; legal_hold_release: reason,
            released_by; link_operation: acted_by; manual_value: set_by; rematch: asked_by; stop: lifted_by,
            note, stopped_by; template_draft: editors; template_step: acted_by, editors, kind, reason, template;
            user_account: display_name, email, mobile, password_hash, subject;
            """;

    /** What authors write; what they show is invented. */
    private static final String AUTHORS = """
            block: key; block_draft: block, files; block_version: block, digest; block_version_file: path;
            brand: key; brand_draft: brand, files; brand_version: brand, digest; brand_version_file: path;
            source_file: content, sha256; template: key; template_draft: files, template; template_version:
            class, digest, document_class, initiation, purpose, template; template_version_file: path;
            """;

    /** Settings, and figures over all records. */
    private static final String SETTINGS = """
            import: encoding, format, mapping, problem, source, status; master_key: fingerprint; match_model:
            model; message_tally: channel, grain, kind, purpose, template; provider_share: cause, channel, provider; run: defaults, reference, status, sweep, template; source:
            about, key, mapping, title; source_webhook: secret, source, url; webhook: description,
            disabled_reason, events, old_secret, secret, url;
            """;

    /** All columns but those of ids, numbers, flags and instants. */
    private static final String COLUMNS = """
            select relname || '.' || attname from pg_class join pg_attribute on attrelid = pg_class.oid
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                and relname <> 'flyway_schema_history' and attnum > 0 and not attisdropped
                and atttypid not in ('uuid'::regtype, 'bool'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype,
                    'timestamptz'::regtype, 'xid8'::regtype, 'float4'::regtype, 'float8'::regtype, 'numeric'::regtype)
            """;

    @Inject
    Sql sql;

    private static Stream<String> columns(String decided) {
        return Stream.of(decided.replaceAll("\\s+", "").split(";")).flatMap(table -> {
            int colon = table.indexOf(':');
            return Stream.of(table.substring(colon + 1).split(","))
                    .map(column -> table.substring(0, colon) + "." + column);
        });
    }

    @Test
    void every_column_has_a_decision_and_only_one() {
        var found = sql.run(COLUMNS, statement -> Sql.rows(statement, row -> row.getString(1)));
        var decided = Stream.of(ERASED, DARK, PASSING, IDS, PEOPLE, AUTHORS, SETTINGS)
                .flatMap(PersonalDataTest::columns)
                .toList();

        assertThat(decided).doesNotHaveDuplicates();
        assertThat(new TreeSet<String>(found)).containsExactlyElementsOf(new TreeSet<String>(decided));
    }
}
