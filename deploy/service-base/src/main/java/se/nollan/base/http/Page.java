package se.nollan.base.http;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items what is on this page
 * @param page number of this page, from 1
 * @param limit most items on a page
 * @param total items on all pages
 */
public record Page<T>(List<T> items, int page, int limit, long total) {}
