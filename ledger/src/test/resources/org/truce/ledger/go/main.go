// Checks a published log with golang.org/x/mod: note for the log's signature, tlog for the tree.
// Usage: verify FOLDER VKEY OLDER-SIZE PROOF-FOLDER
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Println("REFUSED:", err)
		os.Exit(1)
	}
}

type folder string

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, t := range tiles {
		b, err := os.ReadFile(filepath.Join(string(f), strings.Replace(t.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, b)
	}
	return data, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func head(text string) tlog.Tree {
	lines := strings.Split(text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func open(b []byte, verifiers note.Verifiers) tlog.Tree {
	n, err := note.Open(b, verifiers)
	must(err)
	return head(n.Text)
}

func entries(dir string, size int64) (all [][]byte) {
	for start := int64(0); start < size; start += 256 {
		t := tlog.Tile{H: 8, L: 0, N: start / 256, W: 256}
		if size-start < 256 {
			t.W = int(size - start)
		}
		path := strings.Replace(t.Path(), "tile/8/0/", "tile/entries/", 1)
		b, err := os.ReadFile(filepath.Join(dir, path))
		must(err)
		for len(b) > 0 {
			n := int(binary.BigEndian.Uint16(b))
			all = append(all, b[2:2+n])
			b = b[2+n:]
		}
	}
	return all
}

func receipt(path string, verifiers note.Verifiers, all [][]byte) {
	b, err := os.ReadFile(path)
	must(err)
	parts := bytes.SplitN(b, []byte("\n\n"), 2)
	lines := strings.Split(string(parts[0]), "\n")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	must(err)
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		h, err := base64.StdEncoding.DecodeString(line)
		must(err)
		var hash tlog.Hash
		copy(hash[:], h)
		proof = append(proof, hash)
	}
	tree := open(parts[1], verifiers)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(all[index])))
}

func main() {
	dir := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	must(err)
	verifiers := note.VerifierList(verifier)
	b, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	must(err)
	tree := open(b, verifiers)
	reader := tlog.TileHashReader(tree, folder(dir))
	all := entries(dir, tree.N)
	if int64(len(all)) != tree.N {
		must(fmt.Errorf("%d entries of %d", len(all), tree.N))
	}
	indexes := make([]int64, len(all))
	for i := range all {
		indexes[i] = tlog.StoredHashIndex(0, int64(i))
	}
	hashes, err := reader.ReadHashes(indexes)
	must(err)
	for i, entry := range all {
		if tlog.RecordHash(entry) != hashes[i] {
			must(fmt.Errorf("entry %d is not the leaf", i))
		}
	}
	for i := range all {
		if i%97 == 0 {
			proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
			must(err)
			must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(all[i])))
		}
	}
	for _, arg := range os.Args[4:] {
		receipt(arg, verifiers, all)
	}
	olds, err := os.ReadFile(os.Args[3])
	must(err)
	count := 0
	for _, old := range strings.Split(strings.TrimSpace(string(olds)), "\n---\n") {
		older := open([]byte(old+"\n"), verifiers)
		proof, err := tlog.ProveTree(tree.N, older.N, reader)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
		count++
	}
	fmt.Printf("ACCEPTED: %d entries, %d receipts, %d older checkpoints\n", len(all), len(os.Args)-4, count)
}
