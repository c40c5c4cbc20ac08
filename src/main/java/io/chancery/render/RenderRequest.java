package io.chancery.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Recipient;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Everything one rendition is made from.
 *
 * @param deliveryId becomes the Message-ID and the file name, the same however often it is rendered
 * @param language one of the template's languages
 * @param data valid under the template's schema
 * @param reference the business system's own number, may be empty
 * @param date printed on the letter
 */
public record RenderRequest(
        UUID deliveryId,
        TemplateVersion template,
        Recipient recipient,
        String language,
        JsonNode data,
        String reference,
        LocalDate date) {}
