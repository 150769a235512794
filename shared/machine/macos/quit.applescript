-- Asks one application to quit, as its own menu does. Told: its bundle id. No timeout takes macOS' question away.
on run argv
	set bundleId to item 1 of argv
	if application id bundleId is not running then error "not running" number -600
	tell application id bundleId to quit
end run
