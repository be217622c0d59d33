/** A small layer over ONNX's messages: generated node names, weights by reference, each constant once. */
import {
  type AttributeProto,
  FLOAT,
  INT64,
  type ModelProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from './onnx-proto.js';

type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;

const CONTRIB = 'com.microsoft';
const OPSET = 23;
const IR_VERSION = 10;

export class GraphBuilder {
  private readonly nodes: NodeProto[] = [];
  private readonly inputs: ValueInfoProto[] = [];
  private readonly outputs: ValueInfoProto[] = [];
  private readonly initializers = new Map<string, TensorProto>();
  private readonly publicNames = new Map<string, string>();

  /** `weights`: available tensors, with their positions in the external data. */
  constructor(private readonly weights: ReadonlyMap<string, TensorProto>) {}

  /** A dimension by its number, or by a name if it varies. */
  input(name: string, type: number, shape: readonly (number | string)[]): string {
    this.inputs.push(valueInfo(name, type, shape));
    return name;
  }

  output(name: string, value: string, shape: readonly (number | string)[]): void {
    this.publicNames.set(value, name);
    this.outputs.push(valueInfo(name, FLOAT, shape));
  }

  weight(name: string): string {
    const tensor = this.weights.get(name);
    if (!tensor) throw new Error(`The shipped graphs have no weight ${name}.`);
    this.initializers.set(name, tensor);
    return name;
  }

  shapeOf(name: string): readonly number[] {
    return this.weights.get(name)?.dims ?? [];
  }

  ints(...values: number[]): string {
    const name = `ints/${values.join('_')}`;
    const raw_data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.initializers.set(name, { name, data_type: INT64, dims: [values.length], raw_data });
    return name;
  }

  scalar(value: number): string {
    const name = `float/${value}`;
    const raw_data = new Uint8Array(Float32Array.of(value).buffer);
    this.initializers.set(name, { name, data_type: FLOAT, dims: [], raw_data });
    return name;
  }

  /** `outputs`: their number. Returns all their names. */
  node(op_type: string, input: readonly string[], attributes: Attributes = {}, outputs = 1, domain = ''): string[] {
    const name = `${op_type}/${this.nodes.length}`;
    const output = Array.from({ length: outputs }, (_, index) => `${name}.${index}`);
    const attribute = Object.entries(attributes).map(([key, value]) => attributeProto(key, value));
    this.nodes.push({ op_type, domain, name, input, output, attribute });
    return output;
  }

  op(op_type: string, input: readonly string[], attributes: Attributes = {}): string {
    return this.node(op_type, input, attributes)[0] as string;
  }

  contrib(op_type: string, input: readonly string[], attributes: Attributes = {}, outputs = 1): string[] {
    return this.node(op_type, input, attributes, outputs, CONTRIB);
  }

  model(): ModelProto {
    const rename = (name: string): string => this.publicNames.get(name) ?? name;
    const node = this.nodes.map((each) => ({
      ...each,
      input: each.input.map(rename),
      output: each.output.map(rename),
    }));
    return {
      ir_version: IR_VERSION,
      producer_name: 'bench',
      opset_import: [
        { domain: '', version: OPSET },
        { domain: CONTRIB, version: 1 },
      ],
      graph: {
        name: 'causal',
        node,
        initializer: [...this.initializers.values()],
        input: this.inputs,
        output: this.outputs,
      },
    };
  }
}

function attributeProto(name: string, value: Attributes[string]): AttributeProto {
  if (typeof value === 'number') return { name, type: 2, i: value };
  return 'float' in value ? { name, type: 1, f: value.float } : { name, type: 7, ints: value };
}

function valueInfo(name: string, elem_type: number, shape: readonly (number | string)[]): ValueInfoProto {
  const dim = shape.map((size) => (typeof size === 'number' ? { dim_value: size } : { dim_param: size }));
  return { name, type: { tensor_type: { elem_type, shape: { dim } } } };
}
