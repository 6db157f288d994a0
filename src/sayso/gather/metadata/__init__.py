"""What is known about a report: from its record, its page, its front matter or its sidecar, never guessed."""
