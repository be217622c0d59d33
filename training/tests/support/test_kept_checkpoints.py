from pathlib import Path

import torch
from qagen.model.checkpoint import SUPPORT_HEAD, load_checkpoint
from qagen.steps.train.train_support import SupportRun
from qagen.support.model.support_model import SupportModel
from small import small_checkpoint


def test_a_kept_checkpoint_stays_as_it_was(tmp_path: Path):
    run = SupportRun(tmp_path, SupportModel(small_checkpoint(), compiled=False, products=torch.float32), 1e-4, 1e-3, 0.4)
    for step, bias in ((3, 5.0), (4, 6.0), (5, 7.0)):
        run.progress.step = step
        with torch.no_grad():
            run.model.head.bias.fill_(bias)
        run.save({}, keep=step < 5)
    saved = {path.name: load_checkpoint(path).tensors[f"{SUPPORT_HEAD}.bias"][0].item() for path in tmp_path.glob("*.safetensors")}
    assert saved == {"at-3.safetensors": 5.0, "at-4.safetensors": 6.0, "latest.safetensors": 7.0}
