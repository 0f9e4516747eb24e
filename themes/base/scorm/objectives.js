'use strict';

/*
 * Objectives by their ids (SCORM 2004 RTE 4.2.17). Those of a lesson stand as the lesson does: what is
 * known of single questions is not told of them. An LMS may hold them already, from the manifest.
 */

const OBJECTIVES = 'cmi.objectives.';

/** How a lesson stands by itself, in the words of `nextStatus`. */
function lessonStatus(lesson, records, pass) {
  return nextStatus(standing([lesson], records), pass, '');
}

/**
 * Returns what tells how each stands. A row of `facts.aims`: a lesson, or '' for the course, and ids.
 * A lesson without objectives that is a SCO of its own has no rows.
 */
function openObjectives(tell, get, facts, lessons) {
  const aims = facts.aims || [];
  const held = heldIds(get, OBJECTIVES);
  let next = parseInt(get(OBJECTIVES + '_count'), 10) || 0;

  function tellOne(id, status) {
    if (held[id] === undefined) {
      held[id] = next;
      next += 1;
      tell(OBJECTIVES + held[id] + '.id', id);
    }
    const at = OBJECTIVES + held[id] + '.';
    tell(at + 'success_status', status === 'passed' ? status : 'unknown');
    tell(at + 'completion_status', /^(passed|completed)$/.test(status) ? 'completed' : 'incomplete');
  }

  return function (status, records) {
    aims.forEach(function (aim) {
      const lesson = lessons.find(function (one) {
        return one.id === aim[0];
      });
      if (!lesson || records[lesson.id].seen) {
        aim.slice(1).forEach(function (id) {
          tellOne(id, lesson ? lessonStatus(lesson, records, facts.pass) : status);
        });
      }
    });
    // Never that it is not: what was open stays open, also where an LMS has forgotten the rest.
    if (facts.opens && /^(passed|completed)$/.test(status)) {
      tellOne(facts.opens, 'passed');
    }
  };
}
