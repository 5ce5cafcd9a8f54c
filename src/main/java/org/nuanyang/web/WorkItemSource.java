package org.nuanyang.web;

import java.util.List;

import org.nuanyang.kernel.Actor;

/**
 * A feature that has work waiting for people; the workbench asks every bean of it. It
 * answers with what this actor may see and do, and leaves out what is empty.
 */
public interface WorkItemSource {

	List<WorkItem> items(Actor actor);

}
