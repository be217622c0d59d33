/** The part of ONNX's file format that graphs with external weights need (onnx/onnx.proto, with its field numbers). */
import protobuf from 'protobufjs';

const SCHEMA = `
syntax = "proto3";
message Entry { string key = 1; string value = 2; }
message Tensor {
  repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9;
  repeated Entry external_data = 13; int32 data_location = 14;
}
message Attribute { string name = 1; float f = 2; int64 i = 3; repeated int64 ints = 8; int32 type = 20; }
message Node {
  repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
  repeated Attribute attribute = 5; string domain = 7;
}
message Dimension { oneof value { int64 dim_value = 1; string dim_param = 2; } }
message Shape { repeated Dimension dim = 1; }
message TensorType { int32 elem_type = 1; Shape shape = 2; }
message Type { TensorType tensor_type = 1; }
message ValueInfo { string name = 1; Type type = 2; }
message Graph {
  repeated Node node = 1; string name = 2; repeated Tensor initializer = 5;
  repeated ValueInfo input = 11; repeated ValueInfo output = 12;
}
message OperatorSet { string domain = 1; int64 version = 2; }
message Model { int64 ir_version = 1; string producer_name = 2; Graph graph = 7; repeated OperatorSet opset_import = 8; }
`;

const modelType = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType('Model');

export const FLOAT = 1;
export const INT32 = 6;
export const INT64 = 7;

export interface TensorProto {
  readonly name: string;
  readonly data_type: number;
  readonly dims: readonly number[];
  readonly raw_data?: Uint8Array;
  readonly external_data?: readonly { readonly key: string; readonly value: string }[];
  readonly data_location?: number;
}

export interface AttributeProto {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly ints?: readonly number[];
}

export interface NodeProto {
  readonly op_type: string;
  readonly domain: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

interface Dimension {
  readonly dim_value?: number;
  readonly dim_param?: string;
}

export interface ValueInfoProto {
  readonly name: string;
  readonly type: {
    readonly tensor_type: { readonly elem_type: number; readonly shape: { readonly dim: Dimension[] } };
  };
}

export interface ModelProto {
  readonly ir_version: number;
  readonly producer_name: string;
  readonly opset_import: readonly { readonly domain: string; readonly version: number }[];
  readonly graph: {
    readonly name: string;
    readonly node: readonly NodeProto[];
    readonly initializer: readonly TensorProto[];
    readonly input: readonly ValueInfoProto[];
    readonly output: readonly ValueInfoProto[];
  };
}

export function decodeModel(bytes: Uint8Array): ModelProto {
  return modelType.toObject(modelType.decode(bytes), { longs: Number, arrays: true }) as ModelProto;
}

export function encodeModel(model: ModelProto): Uint8Array {
  return modelType.encode(modelType.fromObject(model)).finish();
}
