"""The exported model: ONNX graphs, the weight file and the manifest."""
