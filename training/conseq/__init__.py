"""ConSeq: contrastive training of a summariser with QUALS (Nan et al., ACL 2021, section 4). docs/conseq.md has the results."""
