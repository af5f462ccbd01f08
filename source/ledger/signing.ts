import {createPrivateKey, createPublicKey, hash as digest, type KeyObject, sign, verify} from 'node:crypto';
import type {Kept} from './chain.ts';

/** What is signed: the end of a log, which stands for all of it. */
export type SignedHead = {readonly incident: string; readonly number: number; readonly hash: string};

/** A signature and the key that it is checked with, both in base64; the key as SPKI in DER. */
export type Signature = {readonly publicKey: string; readonly signature: string};

/** A signature that stands in a log, as it was found. */
export type FoundSignature = {
	/** The entry that holds it, and the one up to which it speaks. */
	readonly entry: number;
	readonly number: number;
	readonly publicKey: string;
	/** What is wrong with it; undefined where it fits. */
	readonly wrong: string | undefined;
};

/** Says what it is for, so that no other text that was signed with the key could pass for it. */
const messageOf = ({incident, number, hash}: SignedHead): Buffer =>
	Buffer.from(`loggist log head 1\n${incident}\n${number}\n${hash}\n`);

/** Signs the head of a log with an Ed25519 key in PEM. Throws where that is no such key. */
export const signHead = (head: SignedHead, privateKey: string): Signature => {
	const key = createPrivateKey(privateKey);
	if (key.asymmetricKeyType !== 'ed25519') {
		throw new TypeError('The key is not one of Ed25519.');
	}

	const publicKey = createPublicKey(key).export({type: 'spki', format: 'der'}).toString('base64');
	return {publicKey, signature: sign(undefined, messageOf(head), key).toString('base64')};
};

/** The public half of a private key in PEM, in base64; undefined where that is no Ed25519 key. */
export const publicKeyOf = (privateKey: string): string | undefined => {
	try {
		const key = createPrivateKey(privateKey);
		return key.asymmetricKeyType === 'ed25519'
			? createPublicKey(key).export({type: 'spki', format: 'der'}).toString('base64')
			: undefined;
	} catch {
		return undefined;
	}
};

const publicKeyIn = (text: string): KeyObject | undefined => {
	try {
		const key = createPublicKey({key: Buffer.from(text, 'base64'), format: 'der', type: 'spki'});
		return key.asymmetricKeyType === 'ed25519' ? key : undefined;
	} catch {
		return undefined;
	}
};

/** Whether the signature was made of this head with the other half of this key. */
export const isSigned = (head: SignedHead, {publicKey, signature}: Signature): boolean => {
	const key = publicKeyIn(publicKey);
	return key !== undefined && verify(undefined, messageOf(head), key, Buffer.from(signature, 'base64'));
};

/** A key in short, to be compared with one noted elsewhere: SHA-256 over it, in hex. */
export const fingerprint = (publicKey: string): string => digest('sha256', Buffer.from(publicKey, 'base64'));

const fieldsOf = (data: string): Readonly<Record<string, unknown>> => {
	try {
		return {...Object(JSON.parse(data))};
	} catch {
		return {};
	}
};

/** Checks the signatures in a log whose rows come one by one, in the order of their numbers. */
export const createSignatureCheck = () => {
	const hashes = new Map<number, string>();
	const found: FoundSignature[] = [];

	const wrongIn = (row: Kept): FoundSignature => {
		const {number, hash, publicKey, signature} = fieldsOf(row.data);
		const key = String(publicKey);
		const signed = {entry: row.number, number: Number(number), publicKey: key};
		if (typeof number !== 'number' || hashes.get(number) !== hash) {
			return {...signed, wrong: 'it signs a hash that no earlier entry has'};
		}

		const fits = isSigned(
			{incident: row.incident, number, hash: String(hash)},
			{publicKey: key, signature: String(signature)},
		);
		return {...signed, wrong: fits ? undefined : 'its signature does not fit the hash and the key that stand with it'};
	};

	return {
		see(row: Kept): void {
			if (row.kind === 'head-signed') {
				found.push(wrongIn(row));
			}

			hashes.set(row.number, row.hash);
		},
		found: (): readonly FoundSignature[] => found,
	};
};
