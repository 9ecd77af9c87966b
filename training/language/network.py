"""The network: one reader of the sentence, one head for each question about it."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from jalur.language.features import BUCKETS, SHAPES, UNKNOWN
from training.language.settings import Settings


class Lstm(nn.Module):
    """A layer that reads both ways; padding stays after the sentence on either way."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.forth = nn.LSTM(size, hidden, batch_first=True)
        self.back = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, x: Tensor, turn: Tensor) -> Tensor:
        forth, _ = self.forth(x)
        turned = torch.gather(x, 1, turn.expand(-1, -1, x.size(2)))
        back, _ = self.back(turned)
        return torch.cat([forth, torch.gather(back, 1, turn.expand(-1, -1, back.size(2)))], 2)


class Mlp(nn.Module):
    """One layer with a soft bend."""

    def __init__(self, size: int, out: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(size, out)
        self.dropout = dropout

    def forward(self, x: Tensor) -> Tensor:
        return shared_dropout(
            nn.functional.leaky_relu(self.linear(x), 0.1), self.dropout, self.training
        )


def shared_dropout(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016)."""
    if not training or rate == 0:
        return x
    mask = x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - rate).div_(1 - rate)
    return x * mask


class Network(nn.Module):
    """Words to arcs, relations, parts of speech, lemma scripts and names.

    A biaffine parser (Dozat and Manning 2017) with further heads; `sizes` gives the number of
    classes of each head, `styles` the number of treebanks, each with a vector that tells its style.
    `static` gives the vectors of neighbours in plain text, `follows` scores a tag after another.
    """

    def __init__(
        self,
        settings: Settings,
        static: nn.Module,
        trained: int,
        sizes: dict[str, int],
        styles: int,
    ) -> None:
        super().__init__()
        s = settings
        self.settings, self.trained, self.sizes = s, trained, sizes
        self.word = nn.Embedding(trained, s.word, padding_idx=0)
        self.static = static
        self.shape = nn.Embedding(SHAPES, s.shape, padding_idx=0)
        self.affixes = nn.ModuleList(nn.Embedding(b, s.affix, padding_idx=0) for b in BUCKETS)
        self.width = s.word + s.static + s.shape + s.affix * len(BUCKETS)
        self.style = nn.Embedding(styles, self.width)
        for table in [self.word, self.shape, *self.affixes, self.style]:
            nn.init.normal_(table.weight, std=0.1 if table is self.style else 0.5)
            if table is not self.style:
                nn.init.zeros_(table.weight[0])
        first = [self.width] + [2 * s.hidden] * (s.layers - 1)
        self.reader = nn.ModuleList(Lstm(size, s.hidden) for size in first)
        top = 2 * s.hidden
        self.arc_dep, self.arc_head = Mlp(top, s.arc, s.dropout), Mlp(top, s.arc, s.dropout)
        self.rel_dep, self.rel_head = Mlp(top, s.rel, s.dropout), Mlp(top, s.rel, s.dropout)
        self.arc = nn.Linear(s.arc, s.arc)
        nn.init.zeros_(self.arc.weight)
        self.rel = nn.Linear(s.rel, sizes["rel"] * (s.rel + 1))
        nn.init.normal_(self.rel.weight, std=0.02)
        nn.init.zeros_(self.rel.bias)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(top, n) for name, n in sizes.items() if name != "rel"}
        )
        self.follows = nn.Parameter(torch.zeros(sizes["ner"], sizes["ner"]))

    def read(self, ids: Tensor, lengths: Tensor, style: Tensor) -> Tensor:
        """A vector for each word in its sentence."""
        s = self.settings
        words = ids[:, :, 0]
        if self.training:
            lost = torch.rand(words.shape) < s.word_dropout
            words = torch.where(lost & (words > 2), UNKNOWN, words)
        own = torch.where(words < self.trained, words, UNKNOWN)
        if self.training:
            lost = torch.rand(words.shape) < s.form_dropout
            own = torch.where(lost & (own > 2), UNKNOWN, own)
        columns = [self.word(own), self.static(words), self.shape(ids[:, :, 1])]
        columns += [table(ids[:, :, 2 + k]) for k, table in enumerate(self.affixes)]
        x = torch.cat(columns, 2) + self.style(style)[:, None]
        steps = torch.arange(ids.size(1))[None]
        turn = torch.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)[
            :, :, None
        ]
        for layer in self.reader:
            x = layer(shared_dropout(x, s.dropout, self.training), turn)
        return shared_dropout(x, s.dropout, self.training)

    def arcs(self, x: Tensor) -> Tensor:
        """Scores of word i (second axis) hanging on word j (third axis), the root being 0."""
        return self.arc(self.arc_dep(x)) @ self.arc_head(x).transpose(1, 2)

    def relations(self, x: Tensor, head: Tensor) -> Tensor:
        """Scores of the relations of each word to the given head."""
        dep = self.rel(self.rel_dep(x)).view(*x.shape[:2], self.sizes["rel"], -1)
        heads = self.rel_head(x)
        chosen = torch.gather(heads, 1, head[:, :, None].expand(-1, -1, heads.size(2)))
        return (dep[..., :-1] @ chosen.unsqueeze(3)).squeeze(3) + dep[..., -1]
