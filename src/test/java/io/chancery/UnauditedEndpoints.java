package io.chancery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The endpoints whose calls need not be in the audit log, and why. Every other one is {@code @Audited}. */
final class UnauditedEndpoints {

    private static final Map<String, List<String>> BY_REASON = Map.of(
            "shows templates, what is shared by them, and made-up data, and nothing of persons",
                    List.of(
                            "AssetPages.show",
                            "CataloguePages.detail",
                            "CataloguePages.list",
                            "ComparisonResource.compare",
                            "DiffResource.get",
                            "DraftResource.get",
                            "ExchangeResource.validate",
                            "PartResource.get",
                            "PartResource.list",
                            "PreviewFrames.kept",
                            "PreviewFrames.words",
                            "ReviewPages.fixture",
                            "ReviewPages.mail",
                            "ReviewPages.samples",
                            "ReviewPages.show",
                            "TemplateResource.get",
                            "TemplateResource.list",
                            "VersionResource.get",
                            "VersionResource.list",
                            "WaitingPages.list",
                            "WorkshopPages.show"),
            "shows counts, states, settings and places of faults, and nothing of persons",
                    List.of(
                            "CheckPages.list",
                            "CheckResource.list",
                            "DashboardPages.dashboard",
                            "GoldenRecordResource.attributes",
                            "SourcePages.delivery",
                            "SourcePages.list",
                            "SourcePages.source",
                            "ImportResource.errors",
                            "ImportResource.get",
                            "ImportResource.list",
                            "LogResource.list",
                            "ProofResource.checkpoints",
                            "ProofResource.key",
                            "PrintRunPages.list",
                            "PrintRunPages.run",
                            "PrintRunResource.get",
                            "PrintRunResource.list",
                            "PrintRunResource.listFaults",
                            "ProviderPages.board",
                            "ProviderResource.list",
                            "RematchResource.get",
                            "RematchResource.list",
                            "RunFeed.follow",
                            "RunForms.faults",
                            "RunItemResource.errors",
                            "RunPages.blank",
                            "RunPages.list",
                            "RunPages.run",
                            "RunResource.get",
                            "RunResource.list",
                            "SourceResource.get",
                            "SourceResource.list",
                            "StopResource.list",
                            "ThresholdResource.thresholds",
                            "WebhookPages.get",
                            "WebhookPages.list",
                            "WebhookResource.get",
                            "WebhookResource.list"),
            "says only that something has changed", List.of("FeedPages.all", "FeedPages.one"),
            "shows only what the caller brings", List.of("AddressResource.check"),
            "the person whom it is about, behind a signed link: consents keep what was decided, events what was opened",
                    List.of(
                            "ConfirmationPages.confirm",
                            "ConfirmationPages.show",
                            "PreferencePages.change",
                            "PreferencePages.show",
                            "PreferencePages.unsubscribe",
                            "ScreenPages.show"),
            "leads on, shows people themselves, or keeps how they read in their own browser",
                    List.of("AccountPages.show", "HomePages.home", "LookForm.choose"),
            "a provider, whose receipts are events", List.of("ReceiptResource.take"),
            "nobody is known yet, or any more; who signs in is on record by the platform",
                    List.of(
                            "CompanySignInPages.comeBack",
                            "CompanySignInPages.leave",
                            "SignInPages.signIn",
                            "SignInPages.signOut"));

    private UnauditedEndpoints() {}

    /** Each as class and method. */
    static Set<String> names() {
        return BY_REASON.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
