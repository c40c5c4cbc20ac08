package io.chancery.platform.audit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts each call of an endpoint on record. Of a change, in the transaction that changes something first; of a look, after it
 * and before the answer leaves. What a business system, a client with no other role than {@code system}, only looks at is
 * not recorded; what a person, or whoever has any other role, looks at is.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

    /** What the caller does. */
    @Nonbinding
    AuditAction value();

    /** To what; {@link Concerns} at the class goes before it. */
    @Nonbinding
    SubjectKind kind();

    /**
     * To which: the name of a parameter in path or query, or a JSON pointer into the body. Empty if it is about many, or if
     * only the feature knows it, which then says it by {@link AuditLog#about}.
     */
    @Nonbinding
    String subject() default "";

    /** What else goes on record, of parameters and fields of the same kinds. Ids and codes only: no personal data. */
    @Nonbinding
    String[] detail() default {};

    /** A field of the body, as a JSON pointer, without which the call is about nothing that has to be on record. */
    @Nonbinding
    String given() default "";

    /**
     * Whether it is what business systems do all day, of which the feature itself keeps record with the client's name. Done
     * by a business system it then is no entry.
     */
    @Nonbinding
    boolean intake() default false;
}
