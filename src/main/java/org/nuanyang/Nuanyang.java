package org.nuanyang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The student-aid administration system of a school, a school district or a county. */
@SpringBootApplication
public class Nuanyang {

	public static void main(String[] args) {
		SpringApplication.run(Nuanyang.class, args);
	}

}
