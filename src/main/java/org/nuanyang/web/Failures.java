package org.nuanyang.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The status of what services throw; {@link ErrorPages} says it in words. */
@ControllerAdvice
class Failures {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	@ExceptionHandler(NotFound.class)
	void notFound(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/** Somebody else was faster, or the database refused a second row where one may be. */
	@ExceptionHandler({ ConcurrencyFailureException.class, DataIntegrityViolationException.class })
	void conflict(Exception conflict, HttpServletResponse response) throws IOException {
		log.warn("Refused as a conflict", conflict);
		response.sendError(HttpServletResponse.SC_CONFLICT);
	}

}
