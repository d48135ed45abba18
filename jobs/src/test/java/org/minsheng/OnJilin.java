package org.minsheng;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Of a test that holds {@code conf/} and {@code sample-data/} against Jilin: not run where a fork has those of another province. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf("org.minsheng.TestConf#isJilin")
public @interface OnJilin {}
