package org.nuanyang.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that a piece of work on this thread prepares, whoever prepares
 * them.
 */
public class Statements implements BeanPostProcessor {

	private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

	private static final LongAdder ALL = new LongAdder();

	/** How many statements all threads have prepared so far. */
	public static long ofAll() {
		return ALL.sum();
	}

	/** How many statements the work needed. */
	public int during(Runnable work) {
		var before = COUNT.get();
		work.run();
		return COUNT.get() - before;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source) ? new Counting(source) : bean;
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			var connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("prepareStatement")) {
							COUNT.set(COUNT.get() + 1);
							ALL.increment();
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}
