"""The shell around the core: clocks, files, asyncio and the worker process."""
