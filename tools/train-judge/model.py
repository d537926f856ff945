"""The judge: a BERT encoder with one output, read off its first token and the mean of all."""
import torch
from torch import nn
from transformers import BertConfig, BertModel


class Judge(nn.Module):
    def __init__(self, encoder: BertModel):
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(2 * encoder.config.hidden_size, 1)
        self.dropout = nn.Dropout(0.1)

    @staticmethod
    def from_base(folder: str) -> "Judge":
        encoder = BertModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            # The noise of the texts is enough; without dropout a step is a sixth faster.
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        return Judge(encoder)

    @staticmethod
    def empty(config: BertConfig) -> "Judge":
        return Judge(BertModel(config, add_pooling_layer=False))

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.head(self.dropout(torch.cat([hidden[:, 0], mean], dim=1))).squeeze(-1)
