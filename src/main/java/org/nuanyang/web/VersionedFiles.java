package org.nuanyang.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Writes the version into the addresses of files. Spring's own filter looks on the whole
 * class path for a file behind every link of a page, once more each time: half of what a
 * list cost.
 */
class VersionedFiles extends ResourceUrlEncodingFilter {

	private static final Pattern FILE = Pattern.compile("/(?:css|js|webjars)/[^?#]+|/[^/?#]+\\.svg");

	private final ObjectProvider<ResourceUrlProvider> files;

	private final Map<String, String> versioned = new ConcurrentHashMap<>();

	VersionedFiles(ObjectProvider<ResourceUrlProvider> files) {
		this.files = files;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var app = ((HttpServletRequest) request).getContextPath();
		chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {

			@Override
			public String encodeURL(String url) {
				return super.encodeURL(address(app, url));
			}

		});
	}

	private String address(String app, String url) {
		if (!url.startsWith(app) || !FILE.matcher(url).region(app.length(), url.length()).matches()) {
			return url;
		}
		return app + this.versioned.computeIfAbsent(url.substring(app.length()),
				(file) -> Objects.requireNonNullElse(this.files.getObject().getForLookupPath(file), file));
	}

}
