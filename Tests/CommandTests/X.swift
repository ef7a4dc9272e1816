// The command tests run the built binary.
