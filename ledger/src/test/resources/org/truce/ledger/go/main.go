// Checks a published log with golang.org/x/mod: note for the signatures of the log and of its witness
// (whose message C2SP tlog-cosignature defines), tlog for the tree.
// Usage: verify FOLDER LOG-VKEY WITNESS-VKEY OLDER-CHECKPOINTS RECEIPT...
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
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

// witness is a key of type 4: it signs the time and the text.
type witness struct {
	name string
	key  []byte
}

func newWitness(vkey string) witness {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	if len(key) != 33 || key[0] != 4 {
		must(fmt.Errorf("not the key of a witness"))
	}
	return witness{parts[0], key}
}

func (w witness) Name() string { return w.name }

func (w witness) KeyHash() uint32 {
	sum := sha256.Sum256(append([]byte(w.name+"\n"), w.key...))
	return binary.BigEndian.Uint32(sum[:])
}

func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(w.key[1:], []byte(signed), sig[8:])
}

// open demands both signatures.
func open(b []byte, verifiers note.Verifiers) tlog.Tree {
	n, err := note.Open(b, verifiers)
	must(err)
	if len(n.Sigs) != 2 || len(n.UnverifiedSigs) != 0 {
		must(fmt.Errorf("%d signatures of log and witness", len(n.Sigs)))
	}
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
	verifiers := note.VerifierList(verifier, newWitness(os.Args[3]))
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
	stored := []tlog.Hash{}
	memory := tlog.HashReaderFunc(func(wanted []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(wanted))
		for i, index := range wanted {
			found[i] = stored[index]
		}
		return found, nil
	})
	for i, entry := range all {
		more, err := tlog.StoredHashes(int64(i), entry, memory)
		must(err)
		stored = append(stored, more...)
	}
	for i, entry := range all {
		proof, err := tlog.ProveRecord(tree.N, int64(i), memory)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)))
	}
	for _, arg := range os.Args[5:] {
		receipt(arg, verifiers, all)
	}
	olds, err := os.ReadFile(os.Args[4])
	must(err)
	count := 0
	for _, old := range strings.Split(strings.TrimSpace(string(olds)), "\n---\n") {
		older := open([]byte(old+"\n"), verifiers)
		proof, err := tlog.ProveTree(tree.N, older.N, reader)
		must(err)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
		count++
	}
	fmt.Printf("ACCEPTED: %d entries, %d receipts, %d older checkpoints\n", len(all), len(os.Args)-5, count)
}
