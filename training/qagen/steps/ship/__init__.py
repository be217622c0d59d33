"""From a checkpoint to the model folder of the page."""
